import { consoleWords } from '@/locales/operator/console'
import { operatedDocumentsWords as documents, passkeysWords as words } from '@/locales/operator/settings'
import { documentNames } from '@/locales/parts/document-names'
import { LONG_RUN } from '../long-run'
import { DESKTOP } from '../screens/desktop'
import { expect, test } from '../test'
import { operatorPath, prepareConsole } from './console-stage'

test.use({ serverEnv: { OPERATOR_NAME: '示例服务社', OPERATOR_CONTACT: '19900000000' } })

test(
  'a passkey signs an operator in again, who announces new rules',
  LONG_RUN,
  async ({ browser, ownEnvironment: { server } }) => {
    await prepareConsole(server)
    const context = await browser.newContext({ viewport: DESKTOP })
    const page = await context.newPage()
    const device = await context.newCDPSession(page)
    await device.send('WebAuthn.enable')
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const openTab = (tab: keyof typeof consoleWords.tabs) =>
      page.getByText(consoleWords.tabs[tab], { exact: true }).first().click()
    // an address of numbers can have no passkeys
    const origin = server.origin.replace('127.0.0.1', 'localhost')
    await page.goto(`${origin}${await operatorPath(server)}`)
    await tap(consoleWords.signIn.button)
    await openTab('settings')
    await expect(page.getByText(words.none)).toBeVisible()
    await tap(words.add)
    await tap(words.remove)
    await expect(page.getByText(words.none)).toBeVisible()
    await tap(words.add)
    await expect(page.getByRole('button', { name: words.remove })).toBeVisible()

    await tap(consoleWords.signOut)
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await tap(words.signIn)
    await expect(page.getByText(words.refused)).toBeVisible()
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await tap(words.signIn)
    await openTab('settings')
    await tap(documents.changeOf(documentNames.rules))
    await tap(documents.announce)
    await expect(page.getByText(documents.same)).toBeVisible()
    await page.getByLabel(documents.text).fill('# 不能卖的\n法律不让卖的。')
    await page.getByLabel(documents.changes).fill('写得短些')
    await tap(documents.announce)
    await expect(page.getByRole('button', { name: documents.withdraw })).toBeVisible()

    const visitor = await context.newPage()
    await visitor.goto(`${origin}/home`)
    await visitor.getByRole('link', { name: new RegExp(`^${documentNames.rules}.*起要改`) }).click()
    await expect(visitor.getByText('写得短些')).toBeVisible()
    await tap(documents.withdraw)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: documents.withdrawSheet.yes, exact: true })
      .click()
    await expect(page.getByRole('button', { name: documents.changeOf(documentNames.rules) })).toBeVisible()
    await context.close()
  },
)
