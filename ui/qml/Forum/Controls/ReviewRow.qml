// A question with the visitor's answer; the whole row opens it for change.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property string question
    required property string answer
    required property string changeWord
    /** The answer was left out. */
    property bool empty: false

    readonly property bool stacked: root.availableWidth < Theme.narrow

    text: root.question
    implicitHeight: Math.max(Theme.cardHeight, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.padding
    radius: Theme.radiusLarge
    Accessible.name: root.question + ", " + root.answer + ", " + root.changeWord

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.surfacePressed : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outlineStrong
    }

    contentItem: Item {
        id: content

        implicitWidth: words.implicitWidth + change.width + Theme.gap
        implicitHeight: root.stacked ? words.implicitHeight + Theme.unit + change.implicitHeight : Math.max(words.implicitHeight, change.implicitHeight)

        Column {
            id: words

            width: root.stacked ? content.width : content.width - change.width - Theme.gap
            y: root.stacked ? 0 : (content.height - implicitHeight) / 2

            ForumText {
                width: parent.width
                text: root.question
                role: "supporting"
                Accessible.ignored: true
            }

            ForumText {
                width: parent.width
                text: root.answer
                strong: !root.empty
                color: root.empty ? Theme.textSupporting : Theme.text
                Accessible.ignored: true
            }
        }

        IconAndWord {
            id: change

            anchors.right: parent.right
            y: root.stacked ? content.height - implicitHeight : (content.height - implicitHeight) / 2
            width: implicitWidth
            text: root.changeWord
            iconName: "edit"
            role: "supporting"
            strong: true
            color: Theme.primary
        }
    }
}
