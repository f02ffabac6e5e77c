// A question laid over the screen: nothing behind it can be touched or focused meanwhile.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

FocusScope {
    id: root

    required property bool open
    required property string title
    property string detail: ""
    required property string primaryWord
    property string secondaryWord: ""
    property string primaryIcon: ""
    property string secondaryIcon: ""
    /** What stands above the title. */
    property Component emblem: null
    signal primary
    signal secondary

    anchors.fill: parent
    z: 100
    visible: root.open
    enabled: root.open
    onOpenChanged: if (root.open) primaryButton.forceActiveFocus(Qt.OtherFocusReason)
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
        Accessible.ignored: true
    }

    MultiPointTouchArea {
        anchors.fill: parent
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.unit * 2, Theme.readableWidth)
        height: column.implicitHeight + Theme.padding * 3
        radius: Theme.radiusLarge
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outlineStrong

        Column {
            id: column

            x: Theme.padding * 1.5
            y: Theme.padding * 1.5
            width: parent.width - 2 * x
            spacing: Theme.gap

            Loader {
                active: root.emblem !== null
                visible: active
                sourceComponent: root.emblem
                anchors.horizontalCenter: parent.horizontalCenter
            }

            ForumText {
                width: parent.width
                text: root.title
                role: "question"
                horizontalAlignment: Text.AlignHCenter
            }

            ForumText {
                width: parent.width
                visible: root.detail !== ""
                text: root.detail
                horizontalAlignment: Text.AlignHCenter
            }

            Item {
                width: 1
                height: Theme.unit
            }

            PrimaryButton {
                id: primaryButton
                objectName: root.objectName + ".primary"

                width: parent.width
                text: root.primaryWord
                iconName: root.primaryIcon
                onActivated: root.primary()
            }

            SecondaryButton {
                objectName: root.objectName + ".secondary"
                visible: root.secondaryWord !== ""
                width: parent.width
                text: root.secondaryWord
                iconName: root.secondaryIcon
                onActivated: root.secondary()
            }
        }
    }
}
