import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

/** The row of a setting, which opens the sheet with its options. */
export const optionRow = (label: string) =>
  screen.getByRole('button', { name: (name) => name.startsWith(label) })

/** Opens the sheet of a setting. */
export async function openOptions(label: string) {
  await userEvent.click(optionRow(label))
  return within(screen.getByRole('group', { name: label }))
}

/** Chooses an option of a setting in its sheet. */
export async function chooseOption(label: string, name: string) {
  const options = await openOptions(label)
  await userEvent.click(options.getByRole('button', { name }))
}
