/** @jest-environment jsdom */
import { anonymousReports } from './walks/report-tests'
import { weChatPhone } from './programs/weapp'

anonymousReports(weChatPhone)
