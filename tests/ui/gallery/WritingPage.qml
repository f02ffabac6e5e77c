// Sheets to write on, notices and topics.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    ForumText {
        width: parent.width
        role: "question"
        text: root.w("외교부에 하고 싶은 말을 적어 주세요", "Write what you would like to say to the ministry")
    }

    TextPanel {
        width: parent.width
        name: "a"
        most: 1000
        placeholder: root.w("여기를 누르면 글자판이 나와요.", "Touch here and the keyboard appears.")
    }

    TextPanel {
        width: parent.width
        name: "b"
        most: 300
        text: root.w("한반도 평화와 외교를 위해 시민의 목소리를 더 자주 들어 주세요. 청년이 참여할 수 있는 자리가 더 많아지면 좋겠습니다.", "Please listen to citizens more often. I hope that there will be more places where young people can take part.")
    }

    TextLine {
        width: parent.width
        name: "c"
        placeholder: root.w("제안 제목", "Title of your proposal")
    }

    Notice {
        width: parent.width
        kind: "warning"
        text: root.w("전화번호처럼 보이는 숫자가 있어요. 지우고 제출하는 것이 안전해요.", "There seems to be a phone number. It is safer to remove it.")
    }

    Notice {
        width: parent.width
        text: root.w("지금은 인터넷이 끊겨 있지만, 쓰신 글은 안전하게 보관돼요.", "There is no network now, but what you write is kept safely.")
    }

    Flow {
        width: parent.width
        spacing: Theme.unit

        Repeater {
            model: [root.w("안보·평화", "Security"), root.w("경제·통상", "Economy"), root.w("기후·환경", "Climate"), root.w("재외국민", "Citizens abroad"), root.w("개발 협력", "Development")]

            TopicChip {
                required property int index
                required property string modelData

                text: modelData
                selected: index === 2
            }
        }
    }
}
