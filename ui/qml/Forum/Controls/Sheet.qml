// A question laid over the screen: nothing behind it can be touched or focused meanwhile.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

FocusScope {
    id: root

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

    readonly property bool wide: !Theme.portrait
    readonly property real inset: Theme.large ? Theme.padding : Theme.padding * 1.5

    anchors.fill: parent
    z: 100
    Component.onCompleted: primaryButton.forceActiveFocus(Qt.TabFocusReason)
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
        width: Math.min(root.width - 2 * Theme.gap, Theme.readableWidth)
        height: buttons.y + buttons.implicitHeight + root.inset
        radius: Theme.radiusLarge
        color: Theme.surfaceRaised
        border.width: Theme.hairline
        border.color: Theme.outlineStrong

        Grid {
            id: message

            x: root.inset
            y: root.inset
            width: parent.width - 2 * root.inset
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.padding
            rowSpacing: Theme.gap
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Loader {
                id: emblemPlace

                active: root.emblem !== null
                visible: active
                sourceComponent: root.emblem
            }

            Column {
                width: root.wide && emblemPlace.visible ? message.width - emblemPlace.width - message.columnSpacing : message.width
                spacing: Theme.unit

                ForumText {
                    width: parent.width
                    text: root.title
                    role: "question"
                    horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
                }

                ForumText {
                    width: parent.width
                    visible: root.detail !== ""
                    text: root.detail
                    horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
                }
            }
        }

        Grid {
            id: buttons

            readonly property bool paired: root.wide && root.secondaryWord !== "" && Math.max(primaryButton.implicitWidth, secondaryButton.implicitWidth) <= (width - Theme.gap) / 2
            readonly property real each: buttons.paired ? (width - Theme.gap) / 2 : width

            x: root.inset
            y: message.y + message.implicitHeight + Theme.padding
            width: parent.width - 2 * root.inset
            columns: buttons.paired ? 2 : 1
            spacing: Theme.gap

            PrimaryButton {
                id: primaryButton
                objectName: root.objectName + ".primary"

                width: buttons.each
                text: root.primaryWord
                iconName: root.primaryIcon
                onActivated: root.primary()
            }

            SecondaryButton {
                id: secondaryButton
                objectName: root.objectName + ".secondary"

                visible: root.secondaryWord !== ""
                width: buttons.each
                height: buttons.paired ? primaryButton.height : implicitHeight
                text: root.secondaryWord
                iconName: root.secondaryIcon
                onActivated: root.secondary()
            }
        }
    }
}
