import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWechatSimulator } from '../../mock-server/wechat/simulator'
import type { WechatApp } from '../../server/gateways/wechat'
import { LAN_HOST } from './lan-host'
import { maintenance } from './maintenance-process'
import { type ServerProcess, startServer } from './server-process'

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

/** The built server with a WeChat simulator. */
export interface ServerWithWechat {
  server: ServerProcess
  /** Returns a `wx.login` code for a named person, in a shop's own mini-program if its appid is given. */
  loginCode(person: string, appid?: string): string
  /** Stops both and removes their data. */
  dispose(): Promise<void>
}

/**
 * Starts the built server on an empty database; `env` adds to its environment. `ownApps` are the appids of shops' own mini-programs, which
 * an operator has connected.
 */
export async function startServerWithWechat(
  env: Record<string, string> = {},
  ownApps: readonly string[] = [],
): Promise<ServerWithWechat> {
  const apps = ownApps.map((appid) => ({ appid, secret: 'of-the-shop' }))
  const wechat = await startWechatSimulator([ACCOUNT, ...apps])
  const all: Record<string, string> = {
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
    // phones reach it through proxies on other ports
    ALLOWED_HOSTS: `${LAN_HOST}:*,127.0.0.1:*`,
    ...(apps.length > 0 ? await connectApps(apps) : {}),
    ...env,
  }
  const server = await startServer(all)
  return {
    server,
    loginCode: (person, appid) => wechat.codes.issue(person, appid),
    dispose: async () => {
      await server.dispose()
      await wechat.close()
    },
  }
}

/** Stores the secrets of mini-programs in a new data folder; returns the settings of a server that uses them. */
async function connectApps(
  apps: readonly WechatApp[],
): Promise<{ DATA_DIR: string; CREDENTIALS_KEY: string }> {
  const settings = {
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'kaizhang-')),
    CREDENTIALS_KEY: 'c'.repeat(64),
  }
  const file = path.join(settings.DATA_DIR, 'app.json')
  for (const app of apps) {
    writeFileSync(file, JSON.stringify(app))
    const { code, output } = await maintenance(['connect-mini-program', '--from', file], settings)
    if (code !== 0) throw new Error(output)
  }
  rmSync(file)
  return settings
}
