// Every control in its states, on pages composed like screens; tests/ui/render_gallery.py draws it to PNG.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Item {
    id: root

    property int page: 0
    property url qr: ""
    property int qrModules: 45
    readonly property int pages: 12
    readonly property bool korean: Theme.language === "ko"

    /** The Korean words, or the English ones. */
    function w(ko: string, en: string): string {
        return root.korean ? ko : en;
    }

    width: Theme.windowWidth
    height: Theme.windowHeight

    MotifBackdrop {
        anchors.fill: parent
        roof: root.page === 11 && Theme.portrait && !Theme.large
        deep: root.page === 11
        foot: Theme.portrait ? invitation.height + Theme.margin + Theme.gapLarge : 0
    }

    ForumHeader {
        id: header

        width: parent.width
        visible: root.page !== 11
        title: root.w("열린 외교 포럼", "Open Diplomacy Forum")
        homeWord: root.w("처음으로", "Home")
        languageWord: root.w("언어", "Language")
        accessibilityWord: root.w("화면 설정", "Display")
        staffWord: root.w("직원 호출", "Call staff")
    }

    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.page > 0 && root.page < 11
        backWord: root.w("이전", "Back")
        primaryWord: root.page === 2 ? "" : root.page === 5 ? root.w("제출하기", "Submit") : root.w("다음", "Next")
        primaryIcon: root.page === 5 ? "send" : "forward"
        primaryIconAfter: true
        primaryEnabled: root.page !== 4
    }

    ScrollArea {
        anchors.top: header.bottom
        anchors.bottom: bar.visible ? bar.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gapLarge
        anchors.bottomMargin: Theme.unit
        upWord: root.w("위로", "Up")
        downWord: root.w("아래로", "Down")
        visible: root.page !== 11

        Loader {
            width: parent?.width ?? 0
            sourceComponent: [home, choices, statements, inputs, writing, review, thanks, results, buttons, review, review, home][root.page]
        }
    }

    Component {
        id: home

        Column {
            spacing: Theme.gap

            ForumText {
                width: parent.width
                role: "question"
                text: root.w("무엇을 해 볼까요?", "What would you like to do?")
            }

            ForumText {
                width: parent.width
                role: "supporting"
                text: root.w("누구나 참여할 수 있어요. 이름은 묻지 않아요.", "Anyone can take part. We do not ask for your name.")
            }

            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: [
                        {icon: "poll", kind: root.w("빠른 투표", "Quick poll"), title: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?"), minutes: root.w("약 30초", "About 30 seconds"), live: true, closed: false},
                        {icon: "statements", kind: root.w("생각 모으기", "Statements"), title: root.w("기후 외교, 어디까지 동의하시나요?", "Climate diplomacy: how far do you agree?"), minutes: root.w("약 3분", "About 3 minutes"), live: false, closed: false},
                        {icon: "opinion", kind: root.w("의견 남기기", "Opinion"), title: root.w("외교부에 바라는 점을 들려주세요", "Tell the ministry what you hope for"), minutes: root.w("약 2분", "About 2 minutes"), live: false, closed: false},
                        {icon: "proposal", kind: root.w("정책 제안", "Proposal"), title: root.w("재외국민 보호를 더 좋게 만들 방법", "Better protection of citizens abroad"), minutes: root.w("약 5분", "About 5 minutes"), live: false, closed: false},
                        {icon: "seminar", kind: root.w("세미나", "Seminar"), title: root.w("공공외교 시민 세미나", "Public diplomacy seminar"), minutes: "", live: false, closed: true}
                    ]

                    ActivityTile {
                        required property var modelData

                        readonly property bool half: Theme.twoColumns && !modelData.live

                        width: ((parent?.width ?? 0) - (half ? Theme.gap : 0)) / (half ? 2 : 1)
                        text: modelData.title
                        iconName: modelData.icon
                        kindLabel: modelData.kind
                        minutesLabel: modelData.minutes
                        live: modelData.live
                        featured: modelData.live
                        liveLabel: root.w("진행 중", "Live now")
                        closed: modelData.closed
                        closedLabel: root.w("마감됨 · 결과 발표 12월 1일", "Closed · results on 1 December")
                    }
                }
            }
        }
    }

    Component {
        id: choices

        Column {
            spacing: Theme.gap

            ProgressSteps {
                width: parent.width
                step: 2
                count: 5
            }

            ForumText {
                width: parent.width
                role: "question"
                text: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
            }

            ForumText {
                width: parent.width
                role: "supporting"
                text: root.w("하나만 골라 주세요.", "Please choose one.")
            }

            Repeater {
                model: [root.w("한반도 평화와 안보", "Peace and security on the Korean Peninsula"), root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains"), root.w("기후 위기 대응과 에너지 전환을 위한 국제 협력", "International cooperation on the climate crisis and energy transition"), root.w("재외국민 보호", "Protection of citizens abroad")]

                ChoiceCard {
                    required property int index
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    selected: index === 1
                    iconName: index < 2 ? ["peace", "economy"][index] : ""
                }
            }

            ChoiceCard {
                width: parent.width
                text: root.w("여러 개 고르기 · 고른 것", "Multiple, chosen")
                detail: root.w("설명이 있는 답", "An answer with a detail")
                selected: true
                multiple: true
            }

            ChoiceCard {
                width: parent.width
                text: root.w("순위 2", "Ranked second")
                selected: false
                rank: 2
            }

            ChoiceCard {
                width: parent.width
                text: root.w("고를 수 없음", "Cannot be chosen")
                selected: false
                enabled: false
            }
        }
    }

    Component {
        id: statements

        Column {
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
    }

    Component {
        id: inputs

        Column {
            spacing: Theme.gapLarge

            ScaleRow {
                width: parent.width
                minimum: 0
                maximum: 10
                value: 7
                lowWord: root.w("전혀 믿지 않아요", "No trust at all")
                highWord: root.w("완전히 믿어요", "Complete trust")
            }

            ScaleRow {
                width: parent.width
                minimum: 1
                maximum: 5
                value: NaN
                lowWord: root.w("매우 불만족", "Very unhappy")
                highWord: root.w("매우 만족", "Very happy")
            }

            RatingRow {
                width: parent.width
                maximum: 5
                value: 4
            }

            NumberPad {
                width: Math.min(parent.width, Theme.cardHeight * 8)
                anchors.horizontalCenter: parent.horizontalCenter
                value: "42"
                backWord: root.w("지우기", "Delete")
            }
        }
    }

    Component {
        id: writing

        Column {
            spacing: Theme.gap

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
    }

    Component {
        id: review

        Column {
            spacing: Theme.gap

            ForumText {
                width: parent.width
                role: "question"
                text: root.w("이대로 제출할까요?", "Is this what you want to submit?")
            }

            ReviewRow {
                width: parent.width
                question: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
                answer: root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains")
                changeWord: root.w("고치기", "Change")
            }

            ReviewRow {
                width: parent.width
                question: root.w("그렇게 생각하는 까닭은 무엇인가요?", "Why do you think so?")
                answer: root.w("청년이 참여할 수 있는 자리가 더 많아지면 좋겠습니다.", "I hope that there will be more places where young people can take part.")
                changeWord: root.w("고치기", "Change")
            }

            ReviewRow {
                width: parent.width
                question: root.w("나이대", "Age band")
                answer: root.w("답하지 않음", "Not answered")
                empty: true
                changeWord: root.w("고치기", "Change")
            }
        }
    }

    Component {
        id: thanks

        Column {
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
    }

    Component {
        id: results

        Column {
            spacing: Theme.gapLarge

            ForumText {
                width: parent.width
                role: "question"
                text: root.w("지금까지 128명이 답했어요", "128 people have answered so far")
            }

            Repeater {
                model: [[root.w("한반도 평화와 안보", "Peace on the Peninsula"), 0.42, 54, false], [root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains"), 0.31, 40, true], [root.w("기후 위기 대응", "The climate crisis"), 0.2, 26, false], [root.w("재외국민 보호", "Citizens abroad"), 0.0, 0, false]]

                ResultBar {
                    required property var modelData

                    width: parent?.width ?? 0
                    label: modelData[0]
                    share: modelData[1]
                    countText: root.w(modelData[2] + "명", modelData[2] + " people")
                    own: modelData[3]
                    ownWord: root.w("내 답", "your answer")
                }
            }

            ResultBar {
                width: parent.width
                label: root.w("다른 생각", "Something else")
                share: 0
                countText: ""
                hidden: true
                hiddenText: root.w("10명 미만", "Fewer than 10")
            }

            Notice {
                width: parent.width
                text: root.w("이곳을 찾은 분들의 답이에요. 국민 전체를 대표하지는 않아요.", "These are the answers of people who came here. They are not a sample of the nation.")
            }
        }
    }

    Component {
        id: buttons

        Column {
            spacing: Theme.gap

            PrimaryButton {
                width: parent.width
                text: root.w("제출하기", "Submit")
                iconName: "send"
            }

            PrimaryButton {
                width: parent.width
                text: root.w("눌린 모습", "Pressed")
                down: true
            }

            PrimaryButton {
                objectName: "focused"
                width: parent.width
                text: root.w("자판으로 고른 모습", "Focused")
            }

            PrimaryButton {
                width: parent.width
                text: root.w("쓸 수 없음", "Disabled")
                enabled: false
            }

            SecondaryButton {
                width: parent.width
                text: root.w("휴대전화로 이어서", "Continue on your phone")
                iconName: "phone"
            }

            SecondaryButton {
                width: parent.width
                text: root.w("눌린 모습", "Pressed")
                down: true
            }

            SecondaryButton {
                width: parent.width
                text: root.w("쓸 수 없음", "Disabled")
                enabled: false
            }

            ChoiceCard {
                width: parent.width
                text: root.w("눌린 답", "Pressed answer")
                selected: false
                down: true
            }

            Row {
                spacing: Theme.gap

                PlainButton {
                    text: root.w("이전", "Back")
                    iconName: "back"
                }

                PlainButton {
                    text: root.w("눌림", "Pressed")
                    iconName: "restart"
                    down: true
                }

                IconButton {
                    text: root.w("멈춤", "Pause")
                    iconName: "pause"
                }

                IconButton {
                    text: root.w("다시 듣기", "Replay")
                    iconName: "speaker"
                    down: true
                }
            }

            ForumText {
                text: root.w("작은 글자 4.8 mm", "Caption 4.8 mm")
                role: "caption"
            }

            AttractMotion {
                width: parent.width
                height: Theme.cardHeight
            }
        }
    }

    ConfirmSheet {
        open: root.page === 9
        title: root.w("처음부터 다시 할까요?", "Start over?")
        detail: root.w("지금까지 쓴 내용은 모두 지워져요.", "Everything you have written will be erased.")
        primaryWord: root.w("계속 쓰기", "Keep writing")
        secondaryWord: root.w("지우고 처음으로", "Erase and start over")
        secondaryIcon: "restart"
        iconName: "restart"
    }

    IdleSheet {
        open: root.page === 10
        title: root.w("아직 계신가요?", "Are you still there?")
        detail: root.w("답이 없으면 쓰던 내용을 지우고 첫 화면으로 돌아가요.", "If you do not answer, what you wrote is erased and the first screen appears.")
        seconds: 32
        primaryWord: root.w("계속할게요", "I am still here")
        secondaryWord: root.w("끝낼게요", "I have finished")
    }

    Item {
        id: attract

        visible: root.page === 11
        anchors.fill: parent
        anchors.margins: Theme.margin

        Row {
            id: brand

            spacing: Theme.gap

            GateMark {
                anchors.verticalCenter: parent.verticalCenter
                size: Math.round(Theme.questionSize * 1.4)
                color: Theme.textOnDeep
            }

            ForumText {
                anchors.verticalCenter: parent.verticalCenter
                role: "question"
                color: Theme.textOnDeep
                text: root.w("열린 외교 포럼", "Open Diplomacy Forum")
            }
        }

        Column {
            y: Theme.portrait && !Theme.large ? Math.round(parent.height * 0.24) : brand.height + Math.max(Theme.unit, (invitation.y - brand.height - height) / 2)
            width: parent.width
            spacing: Theme.gapLarge

            LiveMark {
                text: root.w("오늘의 질문", "Today's question")
            }

            ForumText {
                width: parent.width
                role: "display"
                color: Theme.textOnDeep
                text: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
            }

            ForumText {
                width: parent.width
                color: Theme.textOnDeepSupporting
                text: root.w("오늘 128명이 함께했어요", "128 people have taken part today")
            }
        }

        Column {
            id: invitation

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gap

            PrimaryButton {
                width: parent.width
                deep: true
                text: root.w("시작하기", "Begin")
                iconName: "touch"
            }

            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: ["한국어", "English", "日本語", "中文"]

                    SecondaryButton {
                        required property string modelData

                        deep: true
                        text: modelData
                    }
                }
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap

                IconButton {
                    deep: true
                    text: root.w("이전", "Previous")
                    iconName: "previous"
                }

                IconButton {
                    deep: true
                    text: root.w("멈추기", "Pause")
                    iconName: "pause"
                }

                IconButton {
                    deep: true
                    text: root.w("다음", "Next")
                    iconName: "next"
                }
            }
        }
    }

    AttractMotion {
        visible: root.page === 11
        anchors.top: parent.top
        width: parent.width
        height: Theme.unit * 5
        color: Theme.motifOnDeep
    }
}
