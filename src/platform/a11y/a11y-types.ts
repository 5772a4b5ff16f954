/** Props to spread on a View or Text that is a heading. */
export type Heading = (level: 1 | 2 | 3) => Record<string, unknown>

/** How a tappable View presents itself to people who do not see it. */
export interface PressOptions {
  disabled?: boolean
  /** For a toggle: whether it is on. */
  pressed?: boolean
  role?: 'button' | 'radio' | 'tab' | 'link' | 'switch' | 'checkbox'
  /** For a radio, a switch, a checkbox or a tab: whether it is the chosen one. */
  checked?: boolean
}

/** Props to spread on a View that can be tapped: a name, a role, and the keyboard where there is one. Without a label the words in it are its name. */
export type Pressable = (
  label: string | null,
  onPress: () => void,
  options?: PressOptions,
) => Record<string, unknown>
