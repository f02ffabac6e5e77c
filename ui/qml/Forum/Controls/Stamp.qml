// The stamp of acceptance, pressed onto the card once.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** The stamp's characters, such as 접수. */
    required property string text
    property bool pressed: true
    property real size: Theme.iconLarge * 2
    /** The screen has come to rest, so that the stamp is seen landing. */
    property bool settled: false
    readonly property bool landed: root.pressed && root.settled

    implicitWidth: root.size
    implicitHeight: root.size
    opacity: root.landed ? 1 : 0
    scale: root.landed ? 1 : 1.6
    rotation: -8
    Accessible.role: Accessible.Graphic
    Accessible.name: root.text

    Timer {
        interval: Theme.duration
        running: true
        onTriggered: root.settled = true
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.durationStamp
            easing.type: Easing.InCubic
        }
    }

    Behavior on scale {
        NumberAnimation {
            duration: Theme.durationStamp
            easing.type: Easing.InCubic
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: "transparent"
        border.width: Theme.lineThick
        border.color: Theme.live
        antialiasing: true

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.lineThick * 2
            radius: width / 2
            color: "transparent"
            border.width: Theme.hairline
            border.color: Theme.live
            antialiasing: true
        }

        Text {
            // The width of a circle where a line of this height ends.
            anchors.centerIn: parent
            width: parent.width * 0.76
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.captionSize / 2
            text: root.text
            color: Theme.live
            font.family: Theme.fontFamily
            font.weight: Theme.bold
            font.pixelSize: root.size * 0.3
            Accessible.ignored: true
        }
    }
}
