// Back and next, named by what they do at this question.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

BottomBar {
    id: root

    required property StepViewModel step

    backWord: qsTr("이전")
    primaryWord: root.step.changing ? qsTr("확인으로 돌아가기") : !root.step.answered && !root.step.required ? qsTr("건너뛰기") : qsTr("다음")
    primaryIcon: "next"
    primaryIconAfter: true
    primaryEnabled: root.step.canGoOn
    onBack: root.step.goBack()
    onPrimary: root.step.goOn()
}
