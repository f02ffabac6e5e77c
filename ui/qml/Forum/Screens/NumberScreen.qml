// A number, on a pad of digits.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

QuestionFrame {
    id: root

    required property NumberViewModel viewModel

    // All of the digits are to be seen with the question.
    beside: !Theme.portrait
    remark: root.viewModel.low !== "" && root.viewModel.high !== "" ? qsTr("%1부터 %2까지 적을 수 있어요.").arg(root.viewModel.low).arg(root.viewModel.high) : ""

    NumberPad {
        width: Math.min(parent ? (parent as Item).width : 0, Theme.cardHeight * 9)
        anchors.horizontalCenter: parent ? (parent as Item).horizontalCenter : undefined
        value: root.viewModel.digits
        most: root.viewModel.most
        point: !root.viewModel.whole
        minusWord: root.viewModel.negative ? qsTr("영보다 작은 수") : ""
        backWord: qsTr("지우기")
        placeholder: qsTr("숫자를 눌러 주세요")
        onEdited: digits => root.viewModel.type(digits)
    }

    Notice {
        width: parent ? (parent as Item).width : 0
        visible: !root.viewModel.fits
        kind: "warning"
        text: root.viewModel.low !== "" && root.viewModel.high !== "" ? qsTr("%1부터 %2까지의 숫자로 적어 주세요.").arg(root.viewModel.low).arg(root.viewModel.high) : root.viewModel.low !== "" ? qsTr("%1이거나 더 큰 숫자로 적어 주세요.").arg(root.viewModel.low) : qsTr("%1이거나 더 작은 숫자로 적어 주세요.").arg(root.viewModel.high)
    }
}
