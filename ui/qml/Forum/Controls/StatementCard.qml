// One statement by another visitor, quoted large.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property string text
    /** Who it is by, such as "한 시민의 의견". */
    property string byline: ""

    implicitWidth: Theme.readableWidth
    implicitHeight: column.implicitHeight + Theme.padding * 3
    radius: Theme.radiusLarge
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Column {
        id: column

        x: Theme.padding * 1.5
        width: root.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit

        ForumIcon {
            name: "quote"
            color: Theme.primary
            size: Theme.iconLarge
        }

        ForumText {
            width: parent.width
            text: root.text
            role: "question"
            Accessible.ignored: true
        }

        ForumText {
            width: parent.width
            visible: root.byline !== ""
            text: root.byline
            role: "supporting"
        }
    }
}
