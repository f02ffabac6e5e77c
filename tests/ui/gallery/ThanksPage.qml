// The receipt.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    required property url qr
    required property int qrModules

    spacing: Theme.gapLarge

    ReceiptCard {
        width: parent.width
        title: root.w("의견을 잘 받았어요. 고맙습니다.", "We have received your opinion. Thank you.")
        lines: [root.w("담당 부서가 읽고 14일 안에 답을 정해요.", "The department in charge will read it and decide within 14 days."), root.w("아래 부호를 휴대전화로 찍으면 진행 상황을 볼 수 있어요.", "Scan the code with your phone to follow what happens.")]
        numberLabel: root.w("접수 번호", "Receipt number")
        number: "K7F2-9QXD"
        stamp: "접수"
        qrSource: root.qr
        qrModules: root.qrModules
        qrLabel: root.w("휴대전화로 보기", "See it on your phone")
    }

    SecondaryButton {
        width: parent.width
        text: root.w("방금 제출 취소 (58초)", "Undo this submission (58 s)")
        iconName: "undo"
    }
}
