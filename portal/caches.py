"""Redis as a cache that may be away: then there is simply nothing in it."""

import redis
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.retry import Retry

from portal.breaker import Breaker

REST = 2.0
# Shared with the store of pages: a page asks Redis for several things, and pays for its silence once.
breaker = Breaker(REST)


class ForgivingClient(RedisCacheClient):
    """Django's Redis client without retries, and with an answer for every failure: nothing is there."""

    def __init__(self, servers, **options):
        options.setdefault("retry", Retry(NoBackoff(), 0))
        super().__init__(servers, **options)

    def _try(self, call, otherwise):
        if not breaker.allows():
            return otherwise
        try:
            answer = call()
        except redis.RedisError:
            breaker.failed()
            return otherwise
        breaker.worked()
        return answer

    def add(self, key, value, timeout):
        return self._try(lambda: super(ForgivingClient, self).add(key, value, timeout), False)

    def get(self, key, default):
        return self._try(lambda: super(ForgivingClient, self).get(key, default), default)

    def set(self, key, value, timeout):
        return self._try(lambda: super(ForgivingClient, self).set(key, value, timeout), None)

    def touch(self, key, timeout):
        return self._try(lambda: super(ForgivingClient, self).touch(key, timeout), False)

    def delete(self, key):
        return self._try(lambda: super(ForgivingClient, self).delete(key), False)

    def get_many(self, keys):
        keys = list(keys)
        return self._try(lambda: super(ForgivingClient, self).get_many(keys), {})

    def has_key(self, key):
        return self._try(lambda: super(ForgivingClient, self).has_key(key), False)

    def set_many(self, data, timeout):
        return self._try(lambda: super(ForgivingClient, self).set_many(data, timeout), None)

    def delete_many(self, keys):
        keys = list(keys)
        return self._try(lambda: super(ForgivingClient, self).delete_many(keys), None)


class ForgivingRedisCache(RedisCache):
    """The cache backend for ``REDIS_URL``: a Redis that is slow or gone costs half a second every two, not a page."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = ForgivingClient
