// An icon with its word under it, or beside it where height is scarce.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property string iconName
    /** Stands on a deep field (Theme.deepSurface). */
    property bool deep: false
    property color ink: root.deep ? Theme.textOnDeep : Theme.text
    property bool beside: false

    padding: Theme.cramped ? Math.round(Theme.unit / 2) : Theme.unit
    background: Rectangle {
        radius: root.radius
        color: root.down ? (root.deep ? Theme.deepPressed : Theme.surfacePressed) : "transparent"
    }

    contentItem: Item {
        implicitWidth: root.beside ? icon.size + Theme.unit + label.implicitWidth : Math.max(icon.size, label.implicitWidth)
        implicitHeight: root.beside ? Math.max(icon.size, label.implicitHeight) : icon.size + label.implicitHeight

        ForumIcon {
            id: icon

            name: root.iconName
            color: root.enabled ? root.ink : Theme.textDisabled
            size: Theme.cramped ? Math.round(Theme.supportingSize * 0.8) : Theme.scarce ? Theme.iconSmall : Theme.icon
            x: root.beside ? 0 : (parent.width - width) / 2
            y: root.beside ? (parent.height - height) / 2 : (parent.height - parent.implicitHeight) / 2
        }

        ForumText {
            id: label

            x: root.beside ? icon.size + Theme.unit : (parent.width - width) / 2
            y: root.beside ? (parent.height - height) / 2 : icon.y + icon.size
            text: root.text
            role: "supporting"
            lineHeight: Theme.cramped ? Theme.lineHeightLeast : Theme.scarce ? Theme.lineHeightTight : Theme.lineHeight
            color: root.enabled ? root.ink : Theme.textDisabled
            Accessible.ignored: true
        }
    }
}
