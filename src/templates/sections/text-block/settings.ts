export const textForms = ['plain', 'line', 'box'] as const

/** A heading, words below it, and how they are set off; with neither it is a line across. */
export type TextBlockSettings = {
  title: string
  text: string
  form: (typeof textForms)[number]
}

export const TEXT_MOST = 400

export const textBlockDefaults: TextBlockSettings = { title: '', text: '', form: 'line' }
