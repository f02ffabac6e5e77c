// Agree, disagree or pass on a statement; each has its own icon, word and shape of state.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    /** agree, disagree or pass. */
    required property string vote
    required property bool chosen
    /** The word stands beside the icon, not under it. */
    property bool beside: false
    readonly property color ink: root.chosen ? Theme.textOnPrimary : root.enabled ? Theme.primary : Theme.textDisabled

    implicitHeight: Math.max(Theme.cardHeight * (root.beside ? 1 : 1.5), implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.unit * 2
    radius: Theme.radiusLarge

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.chosen

    background: Rectangle {
        radius: root.radius
        color: root.chosen ? (root.down ? Theme.primaryPressed : Theme.primary) : root.down ? Theme.surfacePressed : root.vote === "pass" ? Theme.surfaceSunken : Theme.surface
        border.width: root.vote === "pass" ? Theme.hairline : Theme.line
        border.color: root.chosen ? Theme.primary : root.vote === "pass" ? Theme.outlineStrong : Theme.primary
    }

    contentItem: Item {
        implicitWidth: root.beside ? icon.size + Theme.gap + label.implicitWidth : Math.max(icon.size, label.implicitWidth)
        implicitHeight: root.beside ? Math.max(icon.size, label.implicitHeight) : icon.size + Theme.unit + label.implicitHeight

        ForumIcon {
            id: icon

            name: root.vote
            color: root.ink
            size: root.beside ? Theme.icon : Theme.iconLarge
            x: root.beside ? Theme.unit : (parent.width - width) / 2
            y: root.beside ? (parent.height - height) / 2 : (parent.height - parent.implicitHeight) / 2
        }

        ForumText {
            id: label

            x: root.beside ? icon.x + icon.size + Theme.gap : 0
            y: root.beside ? (parent.height - implicitHeight) / 2 : icon.y + icon.size + Theme.unit
            width: parent.width - x
            text: root.text
            strong: true
            color: root.ink
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
