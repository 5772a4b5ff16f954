import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ordersWords } from '@/locales/order/orders'

type Scope = Pick<typeof screen, 'findByRole'>

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

/** Opens 更多 of an order's page, or of the order in `scope`. */
export async function openMore(scope: Scope = screen) {
  await userEvent.click(await scope.findByRole('button', { name: ordersWords.further }))
  return within(screen.getByRole('dialog', { name: ordersWords.furtherTitle }))
}

/** The rows of the open sheet, without their second lines. */
export const shownRows = (): string[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('button')
    .flatMap((row) => row.querySelector('.list-row__title')?.textContent ?? [])

/** Presses a row of 更多. */
export async function pressMore(name: string, scope: Scope = screen) {
  const sheet = await openMore(scope)
  await userEvent.click(sheet.getByText(name, { selector: '.list-row__title' }))
}
