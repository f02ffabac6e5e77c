// The one thing to do next, named by what it does.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    property string iconName: ""
    /** The icon follows the word ("next"), rather than leading it. */
    property bool iconAfter: false
    /** Stands on a deep field (Theme.deepSurface). */
    property bool deep: false
    readonly property color ink: root.deep ? Theme.textOnInvite : root.enabled ? Theme.textOnPrimary : Theme.textOnPrimaryDisabled

    implicitHeight: Math.max(Theme.primaryButtonHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.padding
    rightPadding: Theme.padding
    radius: Theme.radiusLarge

    background: Rectangle {
        radius: root.radius
        color: root.deep ? (root.down ? Theme.invitePressed : Theme.invite) : !root.enabled ? Theme.primaryDisabled : root.down ? Theme.primaryPressed : Theme.primary
    }

    contentItem: IconAndWord {
        text: root.text
        iconName: root.iconName
        iconAfter: root.iconAfter
        color: root.ink
        strong: true
    }
}
