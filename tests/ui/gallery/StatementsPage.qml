// A statement with its votes.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    spacing: Theme.gapLarge

    ProgressSteps {
        width: parent.width
        step: 7
        count: 12
    }

    StatementCard {
        width: parent.width
        text: root.w("해외에서 사고를 당한 국민을 돕는 영사 인력을 지금보다 더 늘려야 한다.", "There should be more consular staff to help citizens who have an accident abroad.")
        byline: root.w("다른 참여자의 의견", "By another visitor")
    }

    VoteRow {
        width: parent.width
        vote: "agree"
        agreeWord: root.w("동의해요", "Agree")
        disagreeWord: root.w("동의하지 않아요", "Disagree")
        passWord: root.w("잘 모르겠어요", "Not sure")
    }

    VoteRow {
        width: parent.width
        vote: ""
        agreeWord: root.w("동의해요", "Agree")
        disagreeWord: root.w("동의하지 않아요", "Disagree")
        passWord: root.w("잘 모르겠어요", "Not sure")
    }
}
