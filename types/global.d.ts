/// <reference types="@tarojs/taro" />
declare module '*.scss'

/** Origin of the API, without a trailing slash; empty on H5, which the same server serves. */
declare const API_BASE: string

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test'
    TARO_ENV: 'weapp' | 'h5'
  }
}
