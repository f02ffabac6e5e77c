// The one invitation of the attract screen: a plate that breathes slowly, or stands still where motion is reduced.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string text
    readonly property bool moving: root.visible && !Theme.reducedMotion

    implicitWidth: Math.round(label.implicitWidth + Theme.padding * 4)
    implicitHeight: Math.max(Theme.primaryButtonHeight, label.implicitHeight) + Theme.unit * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        id: breath

        anchors.centerIn: parent
        width: plate.width + Theme.unit * 4 * breath.phase
        height: plate.height + Theme.unit * 4 * breath.phase
        radius: height / 2
        color: "transparent"
        border.width: Theme.line
        border.color: Theme.textOnDeep
        opacity: 1 - breath.phase

        property real phase: 0.4

        NumberAnimation on phase {
            from: 0
            to: 1
            duration: Theme.durationBreath
            loops: Animation.Infinite
            easing.type: Easing.OutQuad
            running: root.moving
        }
    }

    Rectangle {
        id: plate

        anchors.fill: parent
        anchors.margins: Theme.unit
        radius: height / 2
        color: Theme.invite

        IconAndWord {
            id: label

            anchors.fill: parent
            anchors.leftMargin: Theme.padding
            anchors.rightMargin: Theme.padding
            text: root.text
            iconName: "touch"
            strong: true
            color: Theme.textOnInvite
        }
    }
}
