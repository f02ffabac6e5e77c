// Agree, disagree or pass on a statement; each has its own icon, word and shape of state.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    /** agree, disagree or pass. */
    required property string vote
    required property bool chosen
    readonly property color ink: root.chosen ? Theme.textOnPrimary : root.enabled ? Theme.primary : Theme.textDisabled

    implicitHeight: Math.max(Theme.cardHeight * 1.5, implicitContentHeight + topPadding + bottomPadding)
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
        implicitWidth: Math.max(icon.size, label.implicitWidth)
        implicitHeight: icon.size + Theme.unit + label.implicitHeight

        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.unit

            ForumIcon {
                id: icon

                name: root.vote
                color: root.ink
                size: Theme.iconLarge
                anchors.horizontalCenter: parent.horizontalCenter
            }

            ForumText {
                id: label

                width: parent.width
                text: root.text
                strong: true
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
