// A large, calm sheet to write on, with a counter.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Forum

Item {
    id: root

    /** What a screen reader calls the sheet: the question. */
    required property string name
    property alias text: area.text
    property alias placeholder: area.placeholderText
    property alias area: area
    /** The most characters (Unicode code units); 0 has no limit. */
    property int most: 0
    signal edited(text: string)

    /** What is written, as far as it fits: it comes back whole where a key would make it longer. */
    property string kept: ""
    /** Room for little more than a line: the counter comes only when the end is near. */
    readonly property bool tight: root.height < Theme.bodySize * Theme.lineHeight * 1.5 + 2 * Theme.padding
    readonly property real ruling: area.contentHeight / Math.max(1, area.lineCount)

    implicitWidth: Theme.readableWidth
    implicitHeight: Theme.bodySize * Theme.lineHeight * 5 + Theme.padding * 2

    /** Takes what is written now. What is too long is not cut: the last syllable would lose what it ends with. */
    function take(): void {
        const over = root.most > 0 ? area.length - root.most : 0;
        if (over > 0) {
            const place = area.cursorPosition - over;
            area.text = root.kept || area.text.slice(0, root.most);
            area.cursorPosition = Math.max(0, Math.min(place, area.length));
        } else {
            root.kept = area.text;
            root.edited(area.text);
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: area.activeFocus ? Theme.lineThick : Theme.hairline
        border.color: area.activeFocus ? Theme.primary : Theme.outlineStrong
    }

    Flickable {
        id: sheet

        anchors.fill: parent
        anchors.margins: Theme.scarce || root.tight ? Theme.unit : Theme.padding
        anchors.bottomMargin: counter.visible ? counter.height + Theme.unit * 2 : sheet.anchors.margins
        contentWidth: width
        contentHeight: area.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        // More lines than are ever seen; how many must never follow a height that still changes while they are made.
        Repeater {
            model: 40

            Rectangle {
                required property int index

                y: Math.round((Math.floor(sheet.contentY / Math.max(1, root.ruling)) + index + 1) * root.ruling)
                visible: y < area.height
                width: sheet.width
                height: Theme.hairline
                color: Theme.ruling
            }
        }

        T.TextArea {
            id: area

            width: sheet.width
            height: Math.max(sheet.height, area.contentHeight, asked.visible ? asked.implicitHeight : 0)
            activeFocusOnTab: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.textOnPrimary
            placeholderTextColor: Theme.textPlaceholder
            font.family: Theme.fontFamily
            font.pixelSize: Theme.bodySize
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData   // nothing is learnt from what is typed
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            onTextChanged: root.take()
            Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onCursorRectangleChanged: sheet.contentY = Math.max(0, Math.min(area.cursorRectangle.y, Math.max(sheet.contentY, area.cursorRectangle.y + area.cursorRectangle.height - sheet.height)))
            cursorDelegate: Rectangle {
                width: Theme.line
                color: Theme.primary
                visible: area.cursorVisible
            }

            ForumText {
                id: asked

                width: parent.width
                text: area.placeholderText
                color: Theme.textPlaceholder
                visible: area.length === 0 && area.preeditText === ""
                Accessible.ignored: true
            }
        }
    }

    ForumText {
        id: counter

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.padding
        anchors.bottomMargin: Theme.unit
        visible: root.most > 0 && (!root.tight || area.length > root.most * 0.8)
        text: area.length + " / " + root.most
        role: "caption"
        color: area.length >= root.most ? Theme.danger : Theme.textSupporting
    }
}
