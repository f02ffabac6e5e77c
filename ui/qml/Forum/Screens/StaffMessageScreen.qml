// A message of staff's own for visitors while the kiosk is out of service: written on the keyboard, seen as it will be.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffMessageViewModel viewModel
    readonly property TextPanel writing: sheet.item as TextPanel
    /** What is written in now; made anew each time. */
    readonly property Item field: root.writing ? root.writing.area : null

    function begin(): void {
        sheet.renew();
        root.writing.text = root.viewModel.initial;
        root.writing.area.cursorPosition = root.writing.area.length;
        root.writing.area.forceActiveFocus();
    }

    function end(): void {
        sheet.forget();
    }

    backWord: qsTr("그만두고 돌아가기")
    primaryWord: qsTr("운영을 멈추고 이 글 보이기")
    primaryIcon: "check"
    primaryEnabled: root.viewModel.canShow
    onBack: root.viewModel.back()
    onPrimary: root.viewModel.show()

    StaffPart {
        half: true
        title: qsTr("방문자에게 보일 글")

        Fresh {
            id: sheet

            width: parent ? (parent as Item).width : 0
            height: Theme.bodySize * Theme.lineHeight * 3 + 2 * Theme.padding

            source: TextPanel {
                id: panel

                objectName: "text"
                anchors.fill: parent
                name: qsTr("방문자에게 보일 글")
                placeholder: qsTr("예: 오후 2시에 다시 열어요")
                most: root.viewModel.most
                onEdited: text => root.viewModel.write(text, panel.area.preeditText)

                Connections {
                    function onPreeditTextChanged(): void {
                        root.viewModel.write(panel.area.text, panel.area.preeditText);
                    }

                    target: panel.area
                }
            }
        }

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: qsTr("쓴 그대로 보여요. 다른 말을 쓰는 분께는 아래 문장이 그 언어로 함께 보여요.")
            role: "supporting"
        }
    }

    StaffPart {
        half: true
        title: qsTr("방문자가 보는 화면")

        Item {
            id: frame

            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined

            readonly property real wide: parent ? (parent as Item).width : 0
            readonly property real shrunk: Math.min(frame.wide / words.width, Theme.cardHeight * (Theme.portrait ? 8 : 4) / words.height)

            width: words.width * frame.shrunk
            height: words.height * frame.shrunk
            clip: true

            ClosedWords {
                id: words

                objectName: "preview"
                width: root.Window.width
                height: root.Window.height
                scale: frame.shrunk
                transformOrigin: Item.TopLeft
                enabled: false
                title: root.viewModel.title
                detail: root.viewModel.detail
                foot: Theme.buttonHeight + Theme.margin
            }
        }
    }
}
