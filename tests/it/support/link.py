"""A slow, lossy link between two interfaces of this machine: what comes in at one goes out at the other, later, or never.

    link.py LEFT RIGHT DELAY_MS LOSS_PERCENT KBIT_PER_S SEED

Each direction is a queue of its own: frames take their time on the line by their length, then the delay. What would wait for more than
QUEUE_S is dropped, as a modem drops it. For kernels without netem. Says `ready` when it carries.
"""
import heapq
import random
import selectors
import socket
import sys
import time

QUEUE_S = 3.0
# A frame has a head that says what the kernel left undone of it (checksums): it is handed on.
SOL_PACKET, PACKET_VNET_HDR, VNET_HDR = 263, 15, 10

left, right, delay, loss, rate, seed = sys.argv[1:]
delay, loss, rate = float(delay) / 1000, float(loss) / 100, float(rate) * 1000 / 8
chance = random.Random(int(seed))

def open_end(name):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    end.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    end.bind((name, 0))
    end.setblocking(False)
    return end

ends = [open_end(left), open_end(right)]
free = [0.0, 0.0]
waiting, count = [], 0
ready = selectors.DefaultSelector()
for n, end in enumerate(ends):
    ready.register(end, selectors.EVENT_READ, n)
print("ready", flush=True)
while True:
    now = time.monotonic()
    while waiting and waiting[0][0] <= now:
        _, _, to, frame = heapq.heappop(waiting)
        try:
            ends[to].send(frame)
        except OSError:
            pass
    for key, _ in ready.select(max(0, waiting[0][0] - now) if waiting else None):
        while True:
            try:
                frame, where = ends[key.data].recvfrom(1 << 17)
            except BlockingIOError:
                break
            if where[2] == socket.PACKET_OUTGOING:
                continue
            now = time.monotonic()
            to = 1 - key.data
            begins = max(now, free[to])
            if begins - now > QUEUE_S or chance.random() < loss:
                continue
            free[to] = begins + (len(frame) - VNET_HDR) / rate
            count += 1
            heapq.heappush(waiting, (free[to] + delay, count, to, frame))
