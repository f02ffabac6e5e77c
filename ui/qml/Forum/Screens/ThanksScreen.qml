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

    /** One sentence on what follows, and when: the decree on public proposals gives a month. */
    readonly property string nextStep: root.viewModel.kind === "proposal" ? qsTr("담당 부서가 살펴보고, 접수한 날부터 한 달 안에 채택할지 정해요.") : root.viewModel.kind === "call" ? qsTr("공모가 끝난 뒤 한 달 안에 심사해서 채택할지 정해요.") : root.viewModel.kind === "seminar" ? qsTr("행사 때 진행자에게 전해 드려요.") : root.viewModel.kind === "project" ? qsTr("사업 담당자에게 전해 드려요.") : root.viewModel.hasContact ? qsTr("담당 부서가 읽고, 남기신 연락처로 답변을 드려요.") : qsTr("담당 부서가 읽고 정책을 만들 때 참고해요.")

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: (undo.visible ? undo.y - Theme.unit : bar.y) - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent.width
            spacing: Theme.cramped ? Theme.gap : Theme.gapLarge

            UndoButton {
                visible: Theme.cramped && root.viewModel.undoSeconds > 0
                width: parent.width
            }

            ReceiptCard {
                objectName: "receipt"
                width: parent.width
                title: root.viewModel.withdrawn ? qsTr("제출을 취소했어요.") : qsTr("고맙습니다. 잘 접수되었어요.")
                lines: root.viewModel.withdrawn ? [qsTr("쓰신 내용은 이 기계에서 지웠고, 결과에도 세지 않아요."), qsTr("외교부로 이미 보내졌다면 거기에서도 지우도록 알려요. 이 접수번호는 ‘취소됨’으로 남아요.")] : [root.nextStep, root.enrolled ? qsTr("휴대전화로 QR 코드를 찍으면 어떻게 되었는지 볼 수 있어요.") : qsTr("나중에 물어보실 때 이 접수번호를 알려 주세요.")]
                numberLabel: qsTr("접수번호")
                number: root.viewModel.number
                stamp: root.viewModel.withdrawn ? qsTr("취소") : qsTr("접수")
                qrSource: root.viewModel.withdrawn ? "" : root.viewModel.qrSource
                qrModules: root.viewModel.qrModules
                qrLabel: qsTr("내 접수증을 여는 QR 코드")
            }
        }
    }

    UndoButton {
        id: undo

        visible: !Theme.cramped && root.viewModel.undoSeconds > 0
        x: Theme.margin
        y: bar.y - height
        width: root.width - 2 * Theme.margin
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("다른 활동도 하기")
        primaryWord: Theme.cramped ? qsTr("마치기 (%1초)").arg(root.viewModel.secondsLeft) : qsTr("마치기 (%1초 뒤 자동으로)").arg(root.viewModel.secondsLeft)
        primaryIcon: "check"
        onBack: root.viewModel.goHome()
        onPrimary: root.viewModel.finish()
    }

    component UndoButton: SecondaryButton {
        objectName: "undo"
        text: qsTr("방금 제출 취소 (%1초 안에)").arg(root.viewModel.undoSeconds)
        iconName: "undo"
        onActivated: root.viewModel.offerUndo()
    }
}
