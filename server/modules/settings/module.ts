import type { ServerModule } from '../../server-module'
import { settingHandlers } from './routes'

export const settingsModule = (({ deps, queue }) => ({
  handlers: settingHandlers(deps, queue),
})) satisfies ServerModule
