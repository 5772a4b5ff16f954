import {
  auditWords,
  consoleWords,
  operatedShopsWords,
  waitingWords,
  wavesWords,
} from '@/locales/operator/console'
import { maintenance } from '../../support/maintenance-process'
import { DESKTOP } from '../screens/desktop'
import { expect, test } from '../test'
import { operatorPath, prepareConsole } from './console-stage'

const { tabs, signIn } = consoleWords

test('console signs an operator in by a link once, answers what waits, and blocks and unblocks a wave', async ({
  ownEnvironment: { server, phone },
}) => {
  const { shops, reported } = await prepareConsole(server)
  const [first] = shops
  if (!first) throw new Error('no shop was opened')
  const isOpen = async ({ slug }: { slug: string }) =>
    (await fetch(`${server.origin}/api/storefronts/${slug}`)).status === 200
  const operator = await phone(DESKTOP)
  await operator.open('/console')
  await operator.see(signIn.none.title)
  const path = await operatorPath(server)
  await operator.open(path)
  await operator.tap(signIn.button)
  await operator.see(waitingWords.reports(1))

  // the doubtful word, by its key
  await operator.see(waitingWords.contents(1))
  await operator.page.keyboard.press('1')
  await operator.seeNo(waitingWords.contents(1))

  await operator.tap(operatedShopsWords.block)
  await operator.tap(operatedShopsWords.blockSheet.yes)
  await operator.see(operatedShopsWords.blockSheet.missing)
  await operator.type(operatedShopsWords.blockSheet.reason, '两个人说收钱不发货')
  await operator.type(operatedShopsWords.blockSheet.ownerReason, '有人说付了钱没收到货，请联系我们')
  const dialog = operator.page.getByRole('dialog')
  await dialog.getByRole('button', { name: operatedShopsWords.blockSheet.yes }).click()
  await operator.see(waitingWords.blocked)
  expect(await isOpen(reported)).toBe(false)
  const today = await reported.owner.send('GET', `/api/shops/${reported.shopId}/today`)
  expect(today.body).toMatchObject({ blocked: true, blockedReason: '有人说付了钱没收到货，请联系我们' })
  await operator.tap(waitingWords.answered)
  await operator.see(waitingWords.empty.title)

  await operator.tap(tabs.waves)
  await operator.tap(wavesWords.block)
  await operator.type(wavesWords.sheet.reason, '一批假店')
  await dialog.getByRole('button', { name: wavesWords.sheet.yes }).click()
  await operator.see(wavesWords.shops(11, 11))
  expect(await isOpen(first)).toBe(false)
  await operator.tap(wavesWords.undo)
  await dialog.getByRole('button', { name: wavesWords.undoSheet.yes }).click()
  // the shop that was blocked alone stays blocked
  await operator.see(wavesWords.shops(11, 1))
  expect([await isOpen(first), await isOpen(reported)]).toEqual([true, false])

  await operator.tap(tabs.shops)
  await operator.type(operatedShopsWords.search, '3 号')
  await operator.tap('便宜好货 3 号店')
  await operator.tap(operatedShopsWords.key)
  await operator.type(operatedShopsWords.keySheet.check, '打了店里的电话，说对了开店那天和三样货')
  await dialog.getByRole('button', { name: operatedShopsWords.keySheet.yes }).click()
  await operator.see(operatedShopsWords.keySheet.done)
  const key = await operator.page.locator('.console__key').innerText()
  const restored = await first.owner.send('POST', '/api/sessions', { provider: 'key', key })
  expect(restored.body).toMatchObject({ restored: { shopId: shops[2]?.shopId } })
  await operator.page.keyboard.press('Escape')

  await operator.tap(tabs.audit)
  await operator.see(`${auditWords.actions['unblock-wave']} `)
  const { code, output } = await maintenance(['check-audit'], { DATA_DIR: server.dataDir })
  expect([code, output]).toEqual([0, expect.stringContaining('The audit trail is right: 8 entries')])

  await operator.tap(consoleWords.signOut)
  await operator.see(signIn.title)
  const other = await phone(DESKTOP)
  await other.open(path)
  await other.tap(signIn.button)
  await other.see(signIn.used)
  expect(await operator.errors()).toEqual([])
})
