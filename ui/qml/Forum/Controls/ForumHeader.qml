// The top of every screen: the forum's name, and what is always within reach: home, language, display, staff.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string title
    required property string homeWord
    required property string languageWord
    required property string accessibilityWord
    required property string staffWord
    property bool homeVisible: true
    property bool staffVisible: true
    property bool staffCalled: false
    signal home
    signal languageChoice
    signal accessibility
    signal staffCall

    /** Too little height for a line of its own: the name gives way to the buttons. */
    readonly property bool brandless: root.crowded && !Theme.portrait
    readonly property bool stacked: root.crowded && !root.brandless
    /** What the buttons' words need, whatever way the buttons are laid out now. */
    readonly property real wordsWidth: metrics.height <= 0 ? 0 : [root.homeVisible ? root.homeWord : "", root.languageWord, root.accessibilityWord, root.staffVisible ? root.staffWord : ""].reduce((sum, word) => sum + Math.ceil(metrics.advanceWidth(word)) + Theme.unit * 3, 0)
    readonly property real nameRoom: root.width - root.wordsWidth - mark.width - Theme.gap * 2 - Theme.margin * 2
    // Two lines of the smaller size are the least that a name needs.
    readonly property bool crowded: root.nameRoom < bodyMetrics.advanceWidth(root.title) * Theme.supportingSize / Theme.bodySize * 0.75
    readonly property bool beside: root.brandless && root.wordsWidth + 4 * (Theme.iconSmall + Theme.unit) + 3 * Theme.unit < root.width

    readonly property real edge: Theme.cramped ? 0 : Theme.unit * 2

    implicitWidth: Theme.windowWidth
    implicitHeight: root.edge + Math.max(Theme.cramped ? 0 : Theme.headerHeight, root.stacked ? brand.implicitHeight + actions.implicitHeight + Theme.unit * 3 : actions.implicitHeight + Theme.unit * (Theme.cramped ? 1 : 2))

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Row {
        id: brand

        visible: !root.brandless || (!root.beside && root.wordsWidth + mark.width + Theme.gap + Theme.margin * 2 <= root.width)
        x: Theme.margin
        y: root.stacked ? Theme.unit : (root.height - root.edge - height) / 2
        spacing: Theme.gap

        GateMark {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(Theme.bodySize * 1.5)
        }

        ForumText {
            id: name

            visible: !root.brandless
            anchors.verticalCenter: parent.verticalCenter
            width: root.crowded ? implicitWidth : Math.min(implicitWidth, root.nameRoom)
            text: root.title
            role: root.crowded || bodyMetrics.advanceWidth(root.title) <= root.nameRoom ? "body" : "supporting"
            lineHeight: Theme.lineHeightTight
            strong: true
            color: Theme.primaryDeep
        }
    }

    FontMetrics {
        id: bodyMetrics

        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        font.weight: Theme.bold
    }

    FontMetrics {
        id: metrics

        font.family: Theme.fontFamily
        font.pixelSize: Theme.supportingSize
    }

    Row {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: root.stacked || !brand.visible ? (root.width - width) / 2 : Theme.margin - Theme.unit
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.edge + (root.stacked ? Theme.unit : (root.height - root.edge - height) / 2)
        spacing: Theme.unit

        IconButton {
            text: root.homeWord
            objectName: "home"
            iconName: "home"
            beside: root.beside
            visible: root.homeVisible
            onActivated: root.home()
        }

        LanguageButton {
            text: root.languageWord
            beside: root.beside
            objectName: "language"
            onActivated: root.languageChoice()
        }

        IconButton {
            text: root.accessibilityWord
            objectName: "accessibility"
            iconName: "accessibility"
            beside: root.beside
            onActivated: root.accessibility()
        }

        IconButton {
            text: root.staffWord
            objectName: "staff"
            iconName: root.staffCalled ? "check" : "staff"
            beside: root.beside
            visible: root.staffVisible
            onActivated: root.staffCall()
        }
    }

    MotifBand {
        anchors.bottom: parent.bottom
        width: parent.width
        height: root.edge
        strip: true
    }
}
