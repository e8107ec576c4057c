/**
 * Charges a bucket's hour and minute in one step, or neither, by the store's own clock, and says what the headers need.
 * It mirrors windows.ts. One key a bucket, so that it also runs on a cluster; the key's end is set with every charge.
 *
 * KEYS: the bucket. ARGV: hourly cap, minute cap, cost, "1" if the minute runs from the first call, "1" to charge.
 * Answer: refusing window (0 none, 1 hour, 2 minute), hour start, hour used, minute start, minute used, now; in ms.
 */
export const TWO_WINDOWS_SCRIPT = `
local HOUR, MINUTE = 3600000, 60000
local hourCap, minuteCap, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local fromFirstCall, charge = ARGV[4] == "1", ARGV[5] == "1"

local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local kept = redis.call("HMGET", KEYS[1], "hour", "hourUsed", "minute", "minuteUsed")

local function open(start, used, length, aligned)
  start = tonumber(start or nil)
  if start and now < start + length and now >= start - length then return start, tonumber(used) end
  if aligned then return now - now % length, 0 end
  return now, 0
end

local hour, hourUsed = open(kept[1], kept[2], HOUR, true)
local minute, minuteUsed = open(kept[3], kept[4], MINUTE, not fromFirstCall)

local refused = 0
if hourUsed + cost > hourCap then refused = 1
elseif minuteUsed + cost > minuteCap then refused = 2 end

local function text(number) return string.format("%.0f", number) end
if refused == 0 and charge then
  hourUsed, minuteUsed = hourUsed + cost, minuteUsed + cost
  redis.call("HSET", KEYS[1], "hour", text(hour), "hourUsed", text(hourUsed),
    "minute", text(minute), "minuteUsed", text(minuteUsed))
  redis.call("PEXPIREAT", KEYS[1], text(math.max(hour + HOUR, minute + MINUTE)))
end
return {refused, hour, hourUsed, minute, minuteUsed, now}
`;
