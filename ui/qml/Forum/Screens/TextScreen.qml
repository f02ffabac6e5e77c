// Writing, with the keyboard on the screen.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property TextViewModel viewModel
    required property StepViewModel step
    /** What has to be emptied before the screen is thrown away. */
    readonly property Item field: panel.area

    /** Beside the keyboard there is no room for the question: it stands on the empty sheet. */
    readonly property bool bare: Theme.scarce || root.height < head.implicitHeight + bar.height + Theme.bodySize * 4

    anchors.fill: parent

    /** The keyboard comes up, and writing goes on where it ended. */
    function continueWriting(): void {
        panel.area.forceActiveFocus();
        panel.area.cursorPosition = panel.area.length;
    }

    // Whoever puts the keyboard away has written; the way on has the focus then.
    Connections {
        function onVisibleChanged(): void {
            if (!InputMethod.visible && panel.area.activeFocus && root.visible)
                panel.area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
        }

        target: InputMethod
    }

    QuestionHead {
        id: head

        x: Theme.margin
        y: Theme.gap
        width: root.width - 2 * Theme.margin
        step: root.step
        brief: Theme.large || !Theme.portrait
        visible: !root.bare
    }

    TextPanel {
        id: panel

        objectName: "text"
        x: Theme.margin
        y: root.bare ? Theme.unit : head.y + head.height + Theme.gap
        width: root.width - 2 * Theme.margin
        height: Math.min(bar.y - y, root.viewModel.isLong ? bar.y : Theme.cardHeight * 2.5)
        name: root.step.title
        // Where there is no room for the help above, or even the question, it stands on the empty sheet.
        placeholder: root.bare ? root.step.title : head.brief && root.step.help !== "" ? root.step.help : qsTr("여기에 써 주세요")
        most: root.viewModel.limit
        onEdited: text => root.viewModel.write(text, panel.area.preeditText)
        text: root.viewModel.initial
        Component.onCompleted: root.continueWriting()

        Connections {
            function onPreeditTextChanged(): void {
                root.viewModel.write(panel.area.text, panel.area.preeditText);
            }

            target: panel.area
        }
    }

    StepBar {
        id: bar

        y: root.height - height
        width: root.width
        step: root.step
    }
}
