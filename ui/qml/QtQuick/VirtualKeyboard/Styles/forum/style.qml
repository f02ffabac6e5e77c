// The on-screen keyboard in the forum's own look; Qt's keyboard finds it by the name of its folder.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Forum
import Forum.Controls

KeyboardStyle {
    id: root

    keyboardDesignWidth: 2560
    // As wide as the screen, whatever height it may take.
    keyboardDesignHeight: Theme.portrait ? 1060 : Math.min(760, Math.floor(root.keyboardDesignMaximumHeight / Theme.windowWidth * root.keyboardDesignWidth))
    keyboardDesignMaximumHeight: Theme.windowHeight * (Theme.cramped ? 0.231 : Theme.scarce ? 0.3 : Theme.fit < 0.9 && !Theme.portrait ? 0.36 : 0.42)
    keyboardRelativeLeftMargin: 0.008
    keyboardRelativeRightMargin: 0.008
    keyboardRelativeTopMargin: 0.02
    keyboardRelativeBottomMargin: 0.02

    keyboardBackground: Rectangle {
        color: Theme.surfaceSunken

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.outline
        }
    }

    keyPanel: KeyFace {
        letters: control ? (control as BaseKey).displayText : ""
    }

    backspaceKeyPanel: KeyFace {
        iconName: "backspace"
        quiet: true
    }

    languageKeyPanel: KeyFace {
        letters: InputContext.locale === "ko_KR" ? "한/영" : InputContext.locale === "en_GB" ? "ABC" : InputContext.locale === "ja_JP" ? "あ/A" : "中/英"
        letterSize: height * 0.32
        quiet: true
    }

    enterKeyPanel: KeyFace {
        iconName: "enter"
        quiet: true
    }

    hideKeyPanel: KeyFace {
        iconName: "keyboard"
        quiet: true
    }

    shiftKeyPanel: KeyFace {
        iconName: "up"
        quiet: true
        on: InputContext.shiftActive || InputContext.capsLockActive
    }

    spaceKeyPanel: KeyFace {
        letters: InputContext.locale === "en_GB" ? "English" : Qt.locale(InputContext.locale).nativeLanguageName
        letterSize: height * 0.32
    }

    symbolKeyPanel: KeyFace {
        letters: control ? (control as BaseKey).displayText : ""
        letterSize: height * 0.32
        quiet: true
    }

    modeKeyPanel: KeyFace {
        letters: control ? (control as BaseKey).displayText : ""
        letterSize: height * 0.32
        quiet: true
    }

    alternateKeysListItemWidth: Theme.mm(14)
    alternateKeysListItemHeight: Theme.mm(16)
    alternateKeysListDelegate: Item {
        id: alternative

        required property var model

        width: root.alternateKeysListItemWidth
        height: root.alternateKeysListItemHeight

        ForumText {
            anchors.centerIn: parent
            text: alternative.model.text
        }
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.surfacePressed
        radius: Theme.radius
    }
    alternateKeysListBackground: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.line
        border.color: Theme.primary
    }

    selectionListHeight: Math.max(Theme.mm(14), Math.round(Theme.supportingSize * Theme.lineHeight))
    // Qt's own SelectionListItem looks for its index in a context that a bound component has not.
    selectionListDelegate: Item {
        id: candidate

        required property int index
        required property string display
        readonly property url soundEffect: ""   // Qt's keyboard asks for one

        objectName: "candidate." + candidate.index
        width: Math.max(Theme.touchMinimum, word.implicitWidth + Theme.unit * 4)
        height: root.selectionListHeight

        ForumText {
            id: word

            anchors.centerIn: parent
            text: candidate.display
            role: "supporting"
            lineHeight: Theme.lineHeightTight
            color: Theme.text
        }

        MouseArea {
            anchors.fill: parent
            onClicked: InputContext.inputEngine.wordCandidateListModel.selectItem(candidate.index)
        }
    }
    selectionListHighlight: Rectangle {
        color: Theme.surfacePressed
        radius: Theme.radius
    }
    selectionListBackground: Rectangle {
        color: Theme.surface
    }

    navigationHighlight: Rectangle {
        color: "transparent"
        border.color: Theme.focus
        border.width: Theme.lineThick
    }
}
