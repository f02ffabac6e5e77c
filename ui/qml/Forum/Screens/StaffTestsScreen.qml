// Tests of the screen, the glass and the loudspeaker.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property StaffPanelViewModel panel
    required property StaffTestsViewModel viewModel

    anchors.fill: parent

    StaffFrame {
        id: frame


        kiosk: root.kiosk
        panel: root.panel
        told: root.viewModel.told
        visible: root.viewModel.colour === "" && !root.viewModel.touching

        Notice {
            objectName: "tests.told"
            width: frame.room
            visible: text !== ""
            kind: root.viewModel.told === "missed" || root.viewModel.told === "silent" ? "warning" : "success"
            text: root.viewModel.told === "screen" ? qsTr("화면을 모두 보았어요. 점이나 줄이 보였다면 관리자에게 알려 주세요.") : root.viewModel.told === "touched" ? qsTr("화면의 모든 자리가 손가락을 알아차렸어요.") : root.viewModel.told === "missed" ? qsTr("알아차리지 못한 자리: %1곳. 닦아 보고 그대로면 관리자에게 알려 주세요.").arg(root.viewModel.untouched) : root.viewModel.told === "sounded" ? qsTr("소리를 냈어요. 들리지 않으면 음량과 연결을 봐 주세요.") : root.viewModel.told === "silent" ? qsTr("소리를 낼 장치가 없어요. 스피커 연결을 봐 주세요.") : ""
        }

        Check {
            title: qsTr("화면")
            name: "testScreen"
            detail: qsTr("색을 하나씩 화면 가득 보여요. 누르면 다음 색이에요.")
            icon: "display"
            onBegin: root.viewModel.testScreen()
        }

        Check {
            title: qsTr("터치")
            name: "testTouch"
            detail: qsTr("화면의 모든 칸을 손가락으로 문질러 채워요.")
            icon: "touch"
            onBegin: root.viewModel.testTouch()
        }

        Check {
            title: qsTr("소리")
            name: "testSound"
            detail: qsTr("1초 동안 소리를 내요.")
            icon: "speaker"
            onBegin: root.viewModel.testSound()
        }
    }

    Pressable {
        objectName: "colour"
        anchors.fill: parent
        visible: root.viewModel.colour !== ""
        text: qsTr("다음 색")
        onActivated: root.viewModel.nextColour()

        background: Rectangle {
            color: root.viewModel.colour === "grid" || root.viewModel.colour === "" ? "#ffffff" : root.viewModel.colour

            Repeater {
                model: root.viewModel.colour === "grid" ? 40 : 0

                Rectangle {
                    required property int index

                    x: index < 20 ? Math.round(root.width * index / 19) : 0
                    y: index < 20 ? 0 : Math.round(root.height * (index - 20) / 19)
                    width: index < 20 ? 1 : root.width
                    height: index < 20 ? root.height : 1
                    color: "#000000"
                }
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.viewModel.touching
        color: Theme.surface

        Repeater {
            model: root.viewModel.cells

            Rectangle {
                required property int key
                required property bool isTouched

                x: Math.round(key % root.viewModel.across * root.width / root.viewModel.across)
                y: Math.round(Math.floor(key / root.viewModel.across) * root.height / root.viewModel.down)
                width: root.width / root.viewModel.across
                height: root.height / root.viewModel.down
                color: isTouched ? Theme.primary : Theme.surface
                border.width: Theme.hairline
                border.color: Theme.outline
            }
        }

        MultiPointTouchArea {
            objectName: "glass"
            anchors.fill: parent
            enabled: root.viewModel.touching
            onPressed: points => points.forEach(point => root.viewModel.touchAt(point.x / width, point.y / height))
            onUpdated: points => points.forEach(point => root.viewModel.touchAt(point.x / width, point.y / height))
        }

        PrimaryButton {
            objectName: "endTouch"
            x: (parent.width - width) / 2
            y: parent.height * (root.viewModel.lowerDone ? 0.75 : 0.25) - height / 2
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("끝내기 (%1칸 남음)").arg(root.viewModel.untouched)
            onActivated: root.viewModel.endTouch()
        }
    }

    component Check: StaffPart {
        id: check

        required property string name
        required property string detail
        required property string icon
        signal begin

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: check.detail
            role: "supporting"
        }

        SecondaryButton {
            objectName: check.name
            width: Math.min(implicitWidth, parent ? (parent as Item).width : 0)
            text: qsTr("시작하기")
            iconName: check.icon
            onActivated: check.begin()
        }
    }
}
