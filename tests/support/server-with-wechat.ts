import { startWechatSimulator } from '../../mock-server/wechat/simulator'
import { LAN_HOST } from './lan-host'
import { type ServerProcess, startServer } from './server-process'

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

/** The built server with a WeChat simulator. */
export interface ServerWithWechat {
  server: ServerProcess
  /** Returns a `wx.login` code for a named person. */
  loginCode(person: string): string
  /** Stops both and removes their data. */
  dispose(): Promise<void>
}

/** Starts the built server on an empty database; `env` adds to its environment. */
export async function startServerWithWechat(env: Record<string, string> = {}): Promise<ServerWithWechat> {
  const wechat = await startWechatSimulator([ACCOUNT])
  const server = await startServer({
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
    // phones reach it through proxies on other ports
    ALLOWED_HOSTS: `${LAN_HOST}:*,127.0.0.1:*`,
    ...env,
  })
  return {
    server,
    loginCode: (person) => wechat.codes.issue(person),
    dispose: async () => {
      await server.dispose()
      await wechat.close()
    },
  }
}
