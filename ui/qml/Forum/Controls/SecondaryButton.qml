// A second choice beside the primary action: outlined.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    property string iconName: ""
    property bool iconAfter: false
    /** Stands on a deep field (Theme.deepSurface). */
    property bool deep: false
    readonly property color ink: root.deep ? Theme.textOnDeep : root.enabled ? Theme.primary : Theme.textDisabled

    implicitHeight: Math.max(Theme.buttonHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    radius: Theme.radiusLarge

    background: Rectangle {
        radius: root.radius
        color: root.deep ? (root.down ? Theme.deepPressed : Theme.deepSurface) : root.down ? Theme.surfacePressed : root.enabled ? Theme.surface : Theme.surfaceDisabled
        border.width: Theme.line
        border.color: root.deep ? Theme.textOnDeep : root.enabled ? Theme.primary : Theme.outline
    }

    contentItem: IconAndWord {
        text: root.text
        iconName: root.iconName
        iconAfter: root.iconAfter
        color: root.ink
        strong: true
    }
}
