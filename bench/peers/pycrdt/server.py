"""pycrdt-websocket behind uvicorn, as its documentation shows it."""

import asyncio
import sys

import uvicorn
from pycrdt.websocket import ASGIServer, WebsocketServer


async def main() -> None:
    async with WebsocketServer() as rooms:
        config = uvicorn.Config(
            ASGIServer(rooms), host="127.0.0.1", port=int(sys.argv[1]), loop="uvloop", log_level="error"
        )
        await uvicorn.Server(config).serve()


uvicorn_loop = uvicorn.Config(None, loop="uvloop").get_loop_factory()
with asyncio.Runner(loop_factory=uvicorn_loop) as runner:
    runner.run(main())
