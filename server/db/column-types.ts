export type Json = string
/** 0 or 1. */
export type Flag = number
/** Epoch milliseconds. */
export type Moment = number
