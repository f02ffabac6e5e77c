// Stars, given by one tap.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property int maximum
    /** How many stars; 0 where none is given yet. */
    required property int value
    signal chosen(stars: int)

    readonly property real side: Math.min((root.width - (root.maximum - 1) * Theme.unit) / root.maximum, Theme.cardHeight * 1.6)

    implicitWidth: root.maximum * (Theme.cardHeight + Theme.unit)
    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.Grouping

    Row {
        id: row

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.unit

        Repeater {
            model: root.maximum

            Pressable {
                id: star

                required property int index
                objectName: "star." + (star.index + 1)
                readonly property bool lit: star.index < root.value

                text: star.index + 1
                width: root.side
                implicitHeight: Math.max(Theme.cardHeight, implicitContentHeight + topPadding + bottomPadding)
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: star.index + 1 === root.value
                onActivated: root.chosen(star.index + 1)

                background: Rectangle {
                    radius: star.radius
                    color: star.down ? Theme.surfacePressed : "transparent"
                }

                contentItem: Item {
                    implicitHeight: picture.height + number.implicitHeight

                    ForumIcon {
                        id: picture

                        name: star.lit ? "star-filled" : "star"
                        color: star.lit ? Theme.primary : Theme.outlineStrong
                        size: Math.min(Theme.iconLarge * 1.5, root.side - 2 * Theme.unit)
                        anchors.horizontalCenter: parent.horizontalCenter
                    }

                    ForumText {
                        id: number

                        anchors.top: picture.bottom
                        width: parent.width
                        text: star.text
                        role: "supporting"
                        strong: star.index + 1 === root.value
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
