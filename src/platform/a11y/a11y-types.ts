/** Props to spread on a View or Text that is a heading. */
export type Heading = (level: 1 | 2 | 3) => Record<string, unknown>

/** Accessibility options of a tappable View. */
export interface PressOptions {
  disabled?: boolean
  /** For a toggle: true if it is on. */
  pressed?: boolean
  role?: 'button' | 'radio' | 'tab' | 'link' | 'switch' | 'checkbox'
  /** For a radio, switch, checkbox or tab: true if it is selected. */
  checked?: boolean
}

/** Props for a tappable View: name, role and keyboard support. With a `null` label its text is its accessible name. */
export type Pressable = (
  label: string | null,
  onPress: () => void,
  options?: PressOptions,
) => Record<string, unknown>
