// The unfinished visit goes to the visitor's phone in a code that only the ministry can read.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property HandoffViewModel viewModel
    readonly property bool beside: !Theme.portrait && root.viewModel.fits
    readonly property real codeWidth: root.beside ? code.width + Theme.gapLarge : 0

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: words

            width: parent ? (parent as Item).width - root.codeWidth : 0
            spacing: Theme.gap

            ForumText {
                width: parent.width
                text: !root.viewModel.ready || root.viewModel.fits ? qsTr("휴대전화로 이어서 하세요") : qsTr("여기서 마쳐 주세요")
                role: "question"
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.ready && !root.viewModel.fits
                text: qsTr("쓰신 글이 길어서 휴대전화가 읽을 수 있는 코드에 다 담기지 않아요. 쓰신 내용은 그대로 있으니 여기서 계속해 주세요.")
            }
        }

        QrPicture {
            id: code

            objectName: "handoffCode"
            visible: root.viewModel.fits
            x: root.beside ? words.width + Theme.gapLarge : ((parent as Item).width - width) / 2
            y: root.beside ? 0 : words.height + Theme.gap
            source: root.viewModel.qrSource
            modules: Math.max(21, root.viewModel.qrModules)
            name: qsTr("이 방문을 휴대전화로 옮기는 QR 코드")
        }

        Column {
            y: root.beside || !code.visible ? words.height + Theme.gap : code.y + code.height + Theme.gap
            width: words.width
            spacing: Theme.gap

            ForumText {
                width: parent.width
                visible: root.viewModel.fits
                text: qsTr("휴대전화 카메라로 찍으면 지금까지 쓰신 그대로 이어져요.")
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.fits
                text: qsTr("코드는 암호로 잠겨 있어서 다른 사람이 찍어도 읽을 수 없고, 외교부만 열 수 있어요.")
                role: "supporting"
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.contactStays
                text: qsTr("남기신 연락처는 함께 가지 않아요. 휴대전화에서 다시 적어 주세요.")
                role: "supporting"
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: root.viewModel.fits ? qsTr("휴대전화로 옮겼어요. 여기는 지우기") : ""
        backVisible: root.viewModel.fits
        primaryWord: qsTr("여기서 계속하기")
        primaryIcon: "next"
        primaryIconAfter: true
        onBack: root.viewModel.finish()
        onPrimary: root.viewModel.goBack()
    }
}
