// One field of a contact, with the keyboard that fits it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ContactViewModel viewModel
    readonly property TextLine line: place.item as TextLine
    /** What is written in now; made anew for each field of a contact. */
    readonly property Item field: root.line

    function writePlus(): void {
        root.line.insert(0, "+");
        root.continueWriting();
    }

    function writeAt(): void {
        root.line.insert(root.line.cursorPosition, "@");
        root.continueWriting();
    }

    /** Takes the keys that fit, once: a field that is left must not ask for the keys of the next one. */
    function begin(): void {
        place.renew();
        root.line.inputMethodHints = Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | (root.viewModel.kind === "phone" ? Qt.ImhDialableCharactersOnly : root.viewModel.kind === "email" ? Qt.ImhEmailCharactersOnly | Qt.ImhPreferLowercase | Qt.ImhNoAutoUppercase : Qt.ImhNone);
        root.continueWriting();
    }

    function end(): void {
        place.forget();
    }

    function continueWriting(): void {
        root.line.forceActiveFocus();
        root.line.cursorPosition = root.line.length;
    }

    anchors.fill: parent

    /** So little height that the line is all there is room for: its name stands on it until something is written. */
    readonly property bool bare: Theme.scarce || root.height - bar.height < 3 * place.implicitHeight

    ScrollArea {
        id: area

        x: Theme.margin
        y: root.bare ? Theme.unit : Theme.gap
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            ProgressSteps {
                width: parent.width
                visible: !root.bare
                step: root.viewModel.place
                count: root.viewModel.total
            }

            ForumText {
                width: parent.width
                visible: !root.bare
                text: qsTr("%1 (%2)").arg(root.viewModel.label).arg(root.viewModel.optional)
                role: "question"
            }

            Fresh {
                id: place

                width: parent.width
                source: TextLine {
                    id: line

                    objectName: "contact"
                    width: place.width
                    name: root.viewModel.label
                    placeholder: root.bare ? qsTr("%1 (%2)").arg(root.viewModel.label).arg(root.viewModel.optional) : root.viewModel.kind === "name" ? qsTr("여기에 써 주세요") : root.viewModel.kind === "phone" ? "010-1234-5678" : "name@example.kr"
                    maximumLength: root.viewModel.most
                    text: root.viewModel.initial
                    onTextChanged: root.viewModel.write(line.text, line.preeditText)
                    onPreeditTextChanged: root.viewModel.write(line.text, line.preeditText)
                }
            }

            Loader {
                width: parent.width
                active: root.viewModel.problem !== ""
                visible: active
                sourceComponent: Notice {
                    objectName: "problem"
                    kind: "warning"
                    text: root.viewModel.problem
                }
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.problem === ""
                text: root.viewModel.sealed
                role: "supporting"
            }

            // The pad of digits has none.
            Loader {
                width: Math.min(implicitWidth, (parent as Item).width)
                active: root.viewModel.kind === "phone"
                visible: active && !root.line?.text.startsWith("+")
                sourceComponent: SecondaryButton {
                    objectName: "plus"
                    text: qsTr("해외 번호면 + 넣기")
                    iconName: "plus"
                    onActivated: root.writePlus()
                }
            }

            Loader {
                active: root.viewModel.kind === "email"
                visible: active && !root.line?.text.includes("@")
                sourceComponent: SecondaryButton {
                    objectName: "at"
                    text: "@"
                    Accessible.name: qsTr("골뱅이표 넣기")
                    onActivated: root.writeAt()
                }
            }

            PlainButton {
                objectName: "leaveOut"
                width: Math.min(implicitWidth, (parent as Item).width)
                text: qsTr("연락처를 남기지 않을게요")
                iconName: "close"
                role: "supporting"
                onActivated: root.viewModel.leaveOut()
            }
        }
    }

    // Whoever puts the keyboard away has written; the way on has the focus then.
    Connections {
        function onVisibleChanged(): void {
            if (!InputMethod.visible && root.field?.activeFocus && root.visible)
                root.field.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
        }

        target: InputMethod
    }

    Connections {
        function onProblemFound(): void {
            root.continueWriting();
        }

        target: root.viewModel
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        primaryWord: root.viewModel.place === root.viewModel.total ? qsTr("연락처 잠그고 다음") : root.viewModel.empty ? qsTr("건너뛰기") : qsTr("다음")
        primaryIcon: root.viewModel.place === root.viewModel.total ? "privacy" : "next"
        primaryIconAfter: true
        onBack: root.viewModel.goBack()
        onPrimary: root.viewModel.goOn()
    }
}
