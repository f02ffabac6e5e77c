// One line to write on.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Forum

T.TextField {
    id: root

    /** What a screen reader calls the line: the question. */
    required property string name
    property string placeholder: ""

    implicitWidth: Theme.readableWidth
    implicitHeight: Math.max(Theme.scarce ? Theme.touchMinimum : Theme.cardHeight, Theme.bodySize * Theme.lineHeight + Theme.padding)
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    activeFocusOnTab: true
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.primary
    selectedTextColor: Theme.textOnPrimary
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.role: Accessible.EditableText
    Accessible.name: root.name

    cursorDelegate: Rectangle {
        width: Theme.line
        color: Theme.primary
        visible: root.cursorVisible
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: root.activeFocus ? Theme.lineThick : Theme.hairline
        border.color: root.activeFocus ? Theme.primary : Theme.outlineStrong

        ForumText {
            anchors.fill: parent
            anchors.leftMargin: root.leftPadding
            anchors.rightMargin: root.rightPadding
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            text: root.placeholder
            color: Theme.textPlaceholder
            visible: root.length === 0 && root.preeditText === ""
            Accessible.ignored: true
        }
    }
}
