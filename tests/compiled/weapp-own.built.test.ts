/** @jest-environment jsdom */
import { ownAffairs } from './walks/own-tests'
import { weChatPhone } from './programs/weapp'

ownAffairs(weChatPhone)
