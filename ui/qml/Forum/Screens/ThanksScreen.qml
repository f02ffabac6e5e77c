// The thanks: stamp, receipt number, the code for the phone, and what happens next.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ThanksViewModel viewModel
    readonly property bool enrolled: root.viewModel.qrSource !== ""

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent.width
            spacing: Theme.gapLarge

            ReceiptCard {
                objectName: "receipt"
                width: parent.width
                title: qsTr("고맙습니다. 잘 접수되었어요.")
                lines: root.enrolled ? [qsTr("담당 부서가 읽고 정책을 만들 때 참고해요."), qsTr("휴대전화로 QR 코드를 찍으면 어떻게 되었는지 볼 수 있어요.")] : [qsTr("담당 부서가 읽고 정책을 만들 때 참고해요."), qsTr("나중에 물어보실 때 이 접수번호를 알려 주세요.")]
                numberLabel: qsTr("접수번호")
                number: root.viewModel.number
                stamp: qsTr("접수")
                qrSource: root.viewModel.qrSource
                qrModules: root.viewModel.qrModules
                qrLabel: qsTr("내 접수증을 여는 QR 코드")
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("다른 활동도 하기")
        primaryWord: qsTr("마치기 (%1초 뒤 자동으로)").arg(root.viewModel.secondsLeft)
        primaryIcon: "check"
        onBack: root.viewModel.goHome()
        onPrimary: root.viewModel.finish()
    }
}
