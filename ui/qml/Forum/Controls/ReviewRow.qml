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
        implicitHeight: Math.max(words.implicitHeight, change.implicitHeight)

        Column {
            id: words

            width: content.width - change.width - Theme.gap
            anchors.verticalCenter: parent.verticalCenter

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
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            text: root.changeWord
            iconName: "edit"
            role: "supporting"
            strong: true
            color: Theme.primary
        }
    }
}
