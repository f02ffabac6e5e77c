// A new account: its role, and its name on the keyboard.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffPeopleViewModel viewModel
    readonly property TextLine line: place.item as TextLine
    /** What is written in now; made anew each time. */
    readonly property Item field: root.line

    function begin(): void {
        place.renew();
        root.line.inputMethodHints = Qt.ImhNoPredictiveText | Qt.ImhPreferLowercase | Qt.ImhNoAutoUppercase;
        root.line.forceActiveFocus();
    }

    function end(): void {
        place.forget();
    }

    backWord: qsTr("그만두고 돌아가기")
    primaryWord: qsTr("다음")
    primaryIcon: "next"
    onBack: root.viewModel.back()
    onPrimary: root.viewModel.nameIsDone()

    Notice {
        objectName: "people.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    StaffPart {
        title: qsTr("이름")

        Fresh {
            id: place

            width: parent ? (parent as Item).width : 0
            source: TextLine {
                id: line

                objectName: "name"
                width: place.width
                name: qsTr("이름")
                placeholder: qsTr("예: 지수")
                maximumLength: 16
                onTextChanged: root.viewModel.write(line.text, line.preeditText)
                onPreeditTextChanged: root.viewModel.write(line.text, line.preeditText)
            }
        }
    }

    StaffPart {
        title: qsTr("무엇을 맡나요?")

        Repeater {
            model: root.viewModel.roles

            ChoiceCard {
                required property string key
                required property string name
                required property string may
                required property bool isChosen

                objectName: "role." + key
                width: parent ? (parent as Item).width : 0
                text: name
                detail: may
                selected: isChosen
                onActivated: root.viewModel.chooseRole(key)
            }
        }
    }
}
