// The button that opens the choice of language; a globe and the language's own name.
pragma ComponentBehavior: Bound

IconButton {
    id: root

    iconName: "globe"
}
