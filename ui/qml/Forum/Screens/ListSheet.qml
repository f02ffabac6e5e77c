// A sheet with a short list to choose from, and a way to close it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

FocusScope {
    id: root

    required property string title
    required property string closeWord
    default property alias content: list.data
    signal close

    readonly property real air: Theme.scarce ? Theme.unit : Theme.gapLarge

    anchors.fill: parent
    Component.onCompleted: done.forceActiveFocus(Qt.TabFocusReason)
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: root.close()
    }

    MultiPointTouchArea {
        anchors.fill: parent
    }

    Rectangle {
        id: card

        anchors.centerIn: parent
        width: Math.min(root.width - 4 * Theme.unit, Theme.readableWidth)
        height: Math.min(root.height - 4 * Theme.unit, list.implicitHeight + title.implicitHeight + done.implicitHeight + root.air * 2 + Theme.padding * 2)
        radius: Theme.radiusLarge
        color: Theme.surfaceRaised

        MouseArea {
            anchors.fill: parent
            Accessible.ignored: true
        }

        ForumText {
            id: title

            x: Theme.padding
            y: Theme.padding
            width: parent.width - 2 * Theme.padding
            text: root.title
            role: "question"
        }

        ScrollArea {
            anchors.top: title.bottom
            anchors.bottom: done.top
            anchors.topMargin: root.air
            anchors.bottomMargin: root.air
            x: Theme.padding
            width: parent.width - 2 * Theme.padding
            railed: Theme.scarce   // never by its own height, which follows the list's
            upWord: qsTr("위로")
            downWord: qsTr("아래로")

            Column {
                id: list

                width: parent.width
                spacing: Theme.gap
            }
        }

        PrimaryButton {
            id: done

            objectName: root.objectName + ".close"
            x: Theme.padding
            width: parent.width - 2 * Theme.padding
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.padding
            text: root.closeWord
            onActivated: root.close()
        }
    }
}
