// One answer to choose: as wide as its column; chosen is filled, marked and bold at once.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property bool selected
    /** Several may be chosen: a square mark instead of a round one. */
    property bool multiple: false
    /** The place in a ranking, from 1; 0 is unranked. */
    property int rank: 0
    property string iconName: ""
    property url picture: ""
    property string detail: ""
    readonly property bool chosen: root.selected || root.rank > 0

    implicitHeight: Math.max(Theme.cardHeight, implicitContentHeight + topPadding + bottomPadding)
    topPadding: Theme.unit * 1.5
    bottomPadding: Theme.unit * 1.5
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    radius: Theme.radiusLarge

    Accessible.role: root.multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.chosen

    background: Rectangle {
        radius: root.radius
        color: !root.enabled ? Theme.surfaceDisabled : root.down ? Theme.selectedPressed : root.chosen ? Theme.selectedSurface : Theme.surface
        border.width: root.chosen ? Theme.lineThick : Theme.hairline
        border.color: root.chosen ? Theme.primary : Theme.outlineStrong
    }

    contentItem: Item {
        id: content

        readonly property real lead: mark.width + Theme.gap + (visual.visible ? visual.width + Theme.gap : 0)

        implicitWidth: content.lead + label.implicitWidth
        implicitHeight: Math.max(mark.height, visual.visible ? visual.height : 0, words.implicitHeight)

        ChoiceMark {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            selected: root.selected
            multiple: root.multiple
            rank: root.rank
        }

        Loader {
            id: visual

            active: root.iconName !== "" || String(root.picture) !== ""
            visible: active
            x: mark.width + Theme.gap
            width: String(root.picture) !== "" ? Theme.cardHeight : Theme.icon
            height: width
            anchors.verticalCenter: parent.verticalCenter
            sourceComponent: String(root.picture) !== "" ? photograph : drawing

            Component {
                id: drawing

                ForumIcon {
                    name: root.iconName
                    size: visual.width
                    color: root.chosen ? Theme.primary : Theme.textSupporting
                }
            }

            Component {
                id: photograph

                Image {
                    source: root.picture
                    sourceSize: Qt.size(Math.round(visual.width), Math.round(visual.height))
                    fillMode: Image.PreserveAspectCrop
                    Accessible.ignored: true
                }
            }
        }

        Column {
            id: words

            x: content.lead
            width: content.width - content.lead
            anchors.verticalCenter: parent.verticalCenter

            ForumText {
                id: label

                width: parent.width
                text: root.text
                strong: root.chosen
                color: !root.enabled ? Theme.textDisabled : root.chosen ? Theme.primaryDeep : Theme.text
                Accessible.ignored: true
            }

            Loader {
                active: root.detail !== ""
                visible: active
                width: words.width
                sourceComponent: ForumText {
                    text: root.detail
                    role: "supporting"
                    Accessible.ignored: true
                }
            }
        }
    }
}
