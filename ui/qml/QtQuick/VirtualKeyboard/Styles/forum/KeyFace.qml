// What a key looks like: its letter, or an icon; pressed at once.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Forum
import Forum.Controls
import "siot.js" as Siot

KeyPanel {
    id: root

    property string letters: ""
    property string iconName: ""
    property bool quiet: false
    property bool on: false
    property real letterSize: root.height * 0.46
    readonly property bool down: root.control !== null && root.control.pressed
    readonly property color ink: root.on ? Theme.textOnPrimary : Theme.text

    onDownChanged: {
        if (!root.down)
            return;
        const text = Siot.apart(root.letters, InputContext.surroundingText.charAt(InputContext.cursorPosition - 1));
        if (text !== "")
            InputContext.commit(text, -1, 1);
    }

    Rectangle {
        id: face

        anchors.fill: parent
        anchors.margins: Math.max(2, Math.round(Theme.unit * 0.35))
        radius: Theme.radius
        color: root.on ? Theme.primary : root.down ? Theme.surfacePressed : root.quiet ? Theme.surfaceSunken : Theme.surface
        border.width: root.down ? Theme.line : Theme.hairline
        border.color: root.down ? Theme.primary : Theme.outlineStrong

        Loader {
            anchors.centerIn: parent
            active: root.iconName !== ""
            sourceComponent: ForumIcon {
                name: root.iconName
                size: Math.round(Math.min(face.height * 0.5, face.width * 0.6))
                color: root.ink
            }
        }

        Text {
            anchors.fill: parent
            anchors.margins: Theme.hairline * 2
            visible: root.iconName === ""
            text: root.letters
            textFormat: Text.PlainText
            color: root.ink
            font.family: Theme.fontFamily
            font.weight: Font.Medium
            font.pixelSize: Math.max(1, Math.round(root.letterSize))
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 8
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
}
