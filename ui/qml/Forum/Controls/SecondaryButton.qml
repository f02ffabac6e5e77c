// A second choice beside the primary action: outlined.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    property string iconName: ""
    property bool iconAfter: false

    implicitHeight: Math.max(Theme.buttonHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    radius: Theme.radiusLarge

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.surfacePressed : root.enabled ? Theme.surface : Theme.surfaceDisabled
        border.width: Theme.line
        border.color: root.enabled ? Theme.primary : Theme.outline
    }

    contentItem: IconAndWord {
        text: root.text
        iconName: root.iconName
        iconAfter: root.iconAfter
        color: root.enabled ? Theme.primary : Theme.textDisabled
        strong: true
    }
}
