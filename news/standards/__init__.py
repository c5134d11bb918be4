"""The publish gate: what a story must have before readers get it.

One family of rules a module, gathered in `news.standards.rules`; judged and
enforced in `news.standards.gate`.
"""
