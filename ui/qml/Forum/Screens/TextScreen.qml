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
    readonly property TextPanel panel: sheet.item as TextPanel
    /** What is written in now; made anew for each text. */
    readonly property Item field: root.panel ? root.panel.area : null

    /** Beside the keyboard there is no room for the question: it stands on the empty sheet. */
    readonly property bool bare: Theme.scarce || root.height < head.implicitHeight + bar.height + Theme.bodySize * 4

    anchors.fill: parent

    function begin(): void {
        sheet.renew();
        root.continueWriting();
    }

    function end(): void {
        sheet.forget();
    }

    /** The keyboard comes up, and writing goes on where it ended. */
    function continueWriting(): void {
        root.panel.area.forceActiveFocus();
        root.panel.area.cursorPosition = root.panel.area.length;
    }

    // Whoever puts the keyboard away has written; the way on has the focus then.
    Connections {
        function onVisibleChanged(): void {
            if (!InputMethod.visible && root.field?.activeFocus && root.visible)
                root.field.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
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

    Fresh {
        id: sheet

        x: Theme.margin
        y: root.bare ? Theme.unit : head.y + head.height + Theme.gap
        width: root.width - 2 * Theme.margin
        height: Math.min((refused.visible ? refused.y - Theme.unit : bar.y) - y, root.viewModel.isLong ? bar.y : Theme.cardHeight * 2.5)

        source: TextPanel {
            id: panel

            objectName: "text"
            anchors.fill: parent
            name: root.step.title
            // Where there is no room for the help above, or even the question, it stands on the empty sheet.
            placeholder: root.bare ? root.step.title : head.brief && root.step.help !== "" ? root.step.help : qsTr("여기에 써 주세요")
            most: root.viewModel.limit
            onEdited: text => root.viewModel.write(text, panel.area.preeditText)
            text: root.viewModel.initial

            Connections {
                function onPreeditTextChanged(): void {
                    root.viewModel.write(panel.area.text, panel.area.preeditText);
                }

                target: panel.area
            }
        }
    }

    Notice {
        id: refused

        objectName: "refused"
        visible: text !== ""
        x: Theme.margin
        y: bar.y - height
        width: root.width - 2 * Theme.margin
        kind: "warning"
        text: root.step.refused
    }

    StepBar {
        id: bar

        y: root.height - height
        width: root.width
        step: root.step
    }
}
